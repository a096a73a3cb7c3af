/**
 * Runs before every test file. A property that fails prints its `seed` and `path`; given back as HUIYIN_SEED and
 * HUIYIN_PATH, with the name of the one test (`-t`), they make the same values in the same order. Without them nothing
 * is loaded: most files have no property.
 */
const seed = process.env['HUIYIN_SEED'];
if (seed !== undefined && /^-?\d+$/.test(seed)) {
  const { default: fc } = await import('fast-check');
  const path = process.env['HUIYIN_PATH'];
  fc.configureGlobal({
    ...fc.readConfigureGlobal(),
    seed: Number(seed),
    ...(path === undefined ? {} : { path }),
  });
}
