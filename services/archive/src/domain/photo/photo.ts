/** A picture as its header describes it, without anything that is not the picture. */
export interface Photo {
  /** The largest number of pixels that any of its headers announces. */
  readonly pixels: number;
  /** The file again, without place, time, device, comments, previews and whatever hung on to it. */
  readonly bytes: Buffer;
}

/** Why a picture is not taken. */
export type PhotoProblem = 'malformed' | 'animated';

/** Bytes of a file from its first one, told apart by their kind; undecoded. */
export type ReadPhoto = (file: Buffer) => Photo | PhotoProblem;
