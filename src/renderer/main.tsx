import '@mantine/core/styles.css';
import './fonts.css';
import './base.css';
import { createRoot } from 'react-dom/client';
import { call } from './api/client.ts';
import { App } from './app/app.tsx';
import { applyTextSize, storedTextSize } from './app/preferences.ts';
import { keepPresent } from './app/presence.ts';
import { guardUnsavedWork } from './app/report-session.ts';
import { currentLanguage } from './i18n/index.ts';

document.documentElement.lang = currentLanguage();
applyTextSize(storedTextSize());
guardUnsavedWork(window);
if (window.xiangbao === undefined) {
  void keepPresent({
    call,
    locks: navigator.locks,
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  });
}

const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
