// The only values a history stores: text, whole numbers within ±2^53, yes/no, and null for "cleared".

export type Scalar = string | number | boolean | null;
