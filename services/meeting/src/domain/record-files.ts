/** A file that archive keeps, by reference. */
export interface FileRef {
  readonly attachmentId: string;
  /** Hex. */
  readonly sha256: string;
  /** As archive calls it. */
  readonly name: string;
}

/** What belongs to a record as files: photos taken there, and the minutes as they were signed. */
export interface RecordFiles {
  readonly photos: readonly FileRef[];
  readonly minutesFiles: readonly FileRef[];
}

/** A record written before files could be named has none. */
export function filesOf(record: { readonly files?: RecordFiles } | undefined): RecordFiles {
  return record?.files ?? { photos: [], minutesFiles: [] };
}
