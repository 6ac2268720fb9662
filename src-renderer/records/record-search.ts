// What the address of a record's page says beside the record: that it is being edited or stepped on, and which draft to
// go on with.

export type RecordSearch = {
  readonly edit?: true;
  /** Key of the step being taken. */
  readonly step?: string;
  /** Id of a kept draft. */
  readonly draft?: string;
};

export function parseRecordSearch(raw: Readonly<Record<string, unknown>>): RecordSearch {
  return {
    ...(raw.edit === true || raw.edit === 'true' ? { edit: true } : {}),
    ...(typeof raw.step === 'string' ? { step: raw.step } : {}),
    ...(typeof raw.draft === 'string' && raw.draft.length <= 64 ? { draft: raw.draft } : {}),
  };
}

export type PaperSearch = {
  /** List entry the paper is printed for (a receipt per release). */
  readonly entry?: string;
};

export function parsePaperSearch(raw: Readonly<Record<string, unknown>>): PaperSearch {
  return typeof raw.entry === 'string' && raw.entry.length <= 64 ? { entry: raw.entry } : {};
}
