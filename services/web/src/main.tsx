import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { Refused } from './api/client.ts';
import { App } from './app.tsx';
import { allowStyles } from './design/allow-styles.ts';
import './design/app.css';
import type { Session } from './session/session.ts';
import { changeSession } from './session/use-session.ts';

const MAX_RETRIES = 2;
const DEFAULT_RETRY_MS = 1_000;

/**
 * A refusal is an answer, unless it says when to ask again; a request that was not answered is tried again. An ended
 * session leads to the login.
 */
const queries = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (count, error) => count < MAX_RETRIES && mayAskAgain(error),
      retryDelay: (_count, error) => retryAfterS(error) * 1_000 || DEFAULT_RETRY_MS,
    },
  },
});

function mayAskAgain(error: unknown): boolean {
  return !(error instanceof Refused) || retryAfterS(error) > 0;
}

function retryAfterS(error: unknown): number {
  return error instanceof Refused ? (error.problem.retryAfterS ?? 0) : 0;
}

queries.getQueryCache().subscribe(({ type, query }) => {
  // What is removed with somebody's session says nothing about the next one's.
  if (type === 'removed') return;
  const { error } = query.state;
  const isOver = error instanceof Refused && error.problem.status === 401;
  const session = queries.getQueryData<Session>(['me']);
  if (isOver && session !== undefined && session.me !== null) {
    changeSession(queries, { me: null, hasEnded: true });
  }
});

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
allowStyles(nonce);
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id root');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <BrowserRouter>
        <App nonce={nonce} />
      </BrowserRouter>
    </QueryClientProvider>
  </StrictMode>,
);
