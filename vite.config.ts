import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Builds the browser's part. The server puts a fresh nonce in the place of `__CSP_NONCE__` with every page it sends. */
export default defineConfig({
  root: 'src/web',
  plugins: [react()],
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 800,
    modulePreload: { polyfill: false },
  },
})
