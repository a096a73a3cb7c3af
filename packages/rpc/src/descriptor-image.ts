import { readFile } from 'node:fs/promises';
import { BinaryReader } from '@bufbuild/protobuf/wire';

/**
 * The raw file descriptors in an image of `buf build`. Reflection must get them as they are: reading them through
 * protobufjs loses the dependencies of files, and clients then cannot resolve a service.
 */
export function fileDescriptors(image: Uint8Array): Buffer[] {
  const reader = new BinaryReader(image);
  const files: Buffer[] = [];
  while (reader.pos < reader.len) {
    reader.uint32();
    files.push(Buffer.from(reader.bytes()));
  }
  return files;
}

/** The image of all Huiyin contracts. */
export async function contractsImage(): Promise<Uint8Array> {
  return readFile(new URL(import.meta.resolve('@huiyin/contracts/image.binpb')));
}
