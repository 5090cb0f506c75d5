import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The page: static files that its server sends under a policy without inline scripts or styles. */
export default defineConfig({
  plugins: [react()],
  build: {
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Our own packages do nothing when they are imported: what the page does not use of the language stays out.
    rolldownOptions: { treeshake: { moduleSideEffects: (id) => !/\/packages\/[^/]+\/src\//.test(id) } },
  },
});
