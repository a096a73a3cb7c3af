import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { StrictMode, type ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter, Navigate, Route, Routes } from 'react-router';
import { Refused } from './api/client.ts';
import { CasePage } from './case/case-page.tsx';
import { CaseListPage } from './cases/case-list-page.tsx';
import './design/app.css';
import { PageState } from './design/page-state.tsx';
import { theme } from './design/theme.ts';
import { LoginPage } from './session/login-page.tsx';
import { TopBar } from './session/top-bar.tsx';
import { useSession } from './session/use-session.ts';

const MAX_RETRIES = 2;

/** A refusal is an answer; only a request that was not answered is tried again. An ended session leads to the login. */
const queries = new QueryClient({
  defaultOptions: {
    queries: { retry: (count, error) => !(error instanceof Refused) && count < MAX_RETRIES },
  },
});
queries.getQueryCache().subscribe(({ query }) => {
  const { error } = query.state;
  if (error instanceof Refused && error.problem.status === 401) queries.setQueryData(['me'], null);
});

function App(): ReactElement {
  const session = useSession();
  return (
    <PageState query={session}>
      {(me) =>
        me === null ? (
          <LoginPage />
        ) : (
          <>
            <TopBar />
            <Routes>
              <Route path="/" element={<CaseListPage />} />
              <Route path="/cases/:id" element={<CasePage />} />
              <Route path="*" element={<Navigate to="/" replace />} />
            </Routes>
          </>
        )
      }
    </PageState>
  );
}

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id root');
createRoot(root).render(
  <StrictMode>
    <ConfigProvider locale={zhCN} theme={theme} csp={{ nonce }}>
      <QueryClientProvider client={queries}>
        <BrowserRouter>
          <App />
        </BrowserRouter>
      </QueryClientProvider>
    </ConfigProvider>
  </StrictMode>,
);
