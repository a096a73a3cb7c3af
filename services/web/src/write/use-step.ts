import { useNavigate, useSearchParams } from 'react-router';

/** Writing has two steps; the second is part of the address, so that the way back leads to the first. */
type Step = 'write' | 'check';

interface Steps {
  readonly step: Step;
  readonly go: (next: Step) => void;
}

/**
 * A new draft moves to its own address when its first saving is answered, which may be while the deputy presses a
 * button: the window's address is taken, not that of the last rendering.
 */
export function useStep(): Steps {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const go = (next: Step): void =>
    void navigate({
      pathname: window.location.pathname,
      search: next === 'check' ? '?step=check' : '',
    });
  return { step: search.get('step') === 'check' ? 'check' : 'write', go };
}
