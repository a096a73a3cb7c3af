/** Bytes of a file kept in one row. */
export const CHUNK_BYTES = 256 * 1024;

/** Chunks read in one answer: 1 MiB. */
export const CHUNKS_A_PAGE = 4;
