// Version 2: orders to erase are found by the change they are about.

export function statements(): readonly string[] {
  return ['CREATE INDEX erasure_by_change ON erasure (scope, change)'];
}
