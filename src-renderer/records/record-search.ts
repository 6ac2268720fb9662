// What the address of a record's page says beside the record: that it is being edited, and which draft to go on with.

export type RecordSearch = {
  readonly edit?: true;
  /** Id of a kept draft. */
  readonly draft?: string;
};

export function parseRecordSearch(raw: Readonly<Record<string, unknown>>): RecordSearch {
  return {
    ...(raw.edit === true || raw.edit === 'true' ? { edit: true } : {}),
    ...(typeof raw.draft === 'string' && raw.draft.length <= 64 ? { draft: raw.draft } : {}),
  };
}
