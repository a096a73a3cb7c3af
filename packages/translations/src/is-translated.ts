/** Sources whose Chinese is the interface's; the files that choose the language speak both themselves. */
export function isTranslated(file: string): boolean {
  return /\.tsx?$/.test(file) && !/\.(test|d)\.tsx?$/.test(file) && !file.startsWith('language/');
}
