/** Widths of the columns from left to right, and the height of a line with its figures. */
export interface MapMeasures {
  readonly gateway: number;
  /** Between gateway and services. */
  readonly calls: number;
  /** As much more where a service calls another, whose figures are told with its name. */
  readonly callerName: number;
  readonly service: number;
  /** Between services and their stores. */
  readonly works: number;
  readonly store: number;
  /** Between stores and broker. */
  readonly storeGap: number;
  readonly broker: number;
  readonly lane: number;
}

export const WIDE: MapMeasures = {
  gateway: 104,
  calls: 250,
  callerName: 40,
  service: 120,
  works: 250,
  store: 92,
  storeGap: 20,
  broker: 84,
  lane: 30,
};
/** A phone: figures stand above and below their line, names of narrow boxes upright or not at all. */
export const NARROW: MapMeasures = {
  gateway: 26,
  calls: 88,
  callerName: 36,
  service: 82,
  works: 88,
  store: 22,
  storeGap: 10,
  broker: 26,
  lane: 38,
};
