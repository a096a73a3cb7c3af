import { ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { lazy, Suspense, type ReactElement } from 'react';
import { Link, matchPath, Route, Routes, useLocation } from 'react-router';
import { WithinPage } from './design/page-fault.tsx';
import { PageState, Waiting } from './design/page-state.tsx';
import { themeFor } from './design/theme.ts';
import { usePhone } from './design/use-phone.ts';
import { pagesFor } from './frame/pages.ts';
import { SideNav } from './frame/side-nav.tsx';
import { useLive } from './live/use-live.ts';
import { LANGUAGE } from './language/language.ts';
import { LoginPage } from './session/login-page.tsx';
import { TopBar } from './session/top-bar.tsx';
import type { Me } from './session/session.ts';
import { useSession } from './session/use-session.ts';

/** The application; `nonce` is what the page's policy allows styles made at run time by. */
export function App({ nonce }: { nonce: string }): ReactElement {
  const isPhone = usePhone();
  return (
    <ConfigProvider
      // antd speaks English where nothing else is said.
      {...(LANGUAGE === 'zh-CN' && { locale: zhCN })}
      theme={themeFor(isPhone)}
      csp={{ nonce }}
      button={{ autoInsertSpace: false }}
    >
      <Pages />
    </ConfigProvider>
  );
}

function Pages(): ReactElement {
  const session = useSession();
  return (
    <PageState query={session} what="登录状态">
      {(found) => (found.me === null ? <LoginPage session={found} /> : <Workspace me={found.me} />)}
    </PageState>
  );
}

/** Keys can wait until the page is there. */
const PageKeys = lazy(async () => ({ default: (await import('./frame/page-keys.tsx')).PageKeys }));

/** Where, who, which places; and the page. */
function Workspace({ me }: { me: Me }): ReactElement {
  const pages = pagesFor(me.roles);
  const { pathname } = useLocation();
  useLive(matchPath('/cases/:id', pathname)?.params.id);
  const keys = pages.find(({ path }) => matchPath(path, pathname) !== null)?.keys;
  return (
    <>
      <TopBar me={me}>
        {keys !== 'own' && (
          <Suspense>
            <PageKeys isList={keys === 'list'} />
          </Suspense>
        )}
      </TopBar>
      <div className="workspace">
        <SideNav pages={pages} />
        <WithinPage path={pathname}>
          <Suspense
            fallback={
              <main id="main">
                <Waiting />
              </main>
            }
          >
            <Routes>
              {pages.map(({ path, Page }) => (
                <Route key={path} path={path} element={<Page me={me} />} />
              ))}
              <Route path="*" element={<NoSuchPage />} />
            </Routes>
          </Suspense>
        </WithinPage>
      </div>
    </>
  );
}

function NoSuchPage(): ReactElement {
  return (
    <main id="main">
      <h1>没有这个页面</h1>
      <p>地址可能写错了，或者页面已经搬走。</p>
      <Link to="/">回到我的清单</Link>
    </main>
  );
}
