const STORED = 'huiyin.single-keys';

/** Whether single letters act; some people's input methods or readers need them off. On until somebody says otherwise. */
export function singleKeysOn(): boolean {
  return localStorage.getItem(STORED) !== 'off';
}

export function setSingleKeys(on: boolean): void {
  localStorage.setItem(STORED, on ? 'on' : 'off');
}
