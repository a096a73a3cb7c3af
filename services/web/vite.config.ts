import { fileURLToPath } from 'node:url';
import { preload } from '@huiyin/translations/preload-plugin';
import { translations } from '@huiyin/translations/translations-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const config = defineConfig({
  plugins: [
    translations({
      sources: at('src'),
      catalogue: at('src/language/english.po'),
      runtime: at('src/language/say.ts'),
    }),
    react(),
    preload(at('src/main.tsx')),
  ],
  build: { target: 'es2023', sourcemap: false, chunkSizeWarningLimit: 1200 },
});

export { config as default };
