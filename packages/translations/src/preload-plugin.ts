import type { HtmlTagDescriptor, Plugin } from 'vite';

/** Has the page ask at once for what its first script will import from `module`, with the styles: absolute path. */
export function preload(module: string): Plugin {
  return {
    name: 'huiyin:preload',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle = {} }) => {
        const chunks = Object.values(bundle).filter((each) => each.type === 'chunk');
        const chunk = chunks.find(({ facadeModuleId }) => facadeModuleId === module);
        if (chunk === undefined) throw new Error(`no chunk was made of ${module}`);
        const styles = [...(chunk.viteMetadata?.importedCss ?? [])];
        return [
          ...[chunk.fileName, ...chunk.imports].map((file) =>
            link({ rel: 'modulepreload', href: `/${file}` }),
          ),
          ...styles.map((file) => link({ rel: 'stylesheet', href: `/${file}` })),
        ];
      },
    },
  };
}

function link(attrs: Record<string, string>): HtmlTagDescriptor {
  return { tag: 'link', attrs: { ...attrs, crossorigin: true }, injectTo: 'head' };
}
