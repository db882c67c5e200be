import '@mantine/core/styles.css';
import './fonts.css';
import './base.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { applyTextSize, storedTextSize } from './app/preferences.ts';
import { guardUnsavedWork } from './app/report-session.ts';
import { currentLanguage } from './i18n/index.ts';

document.documentElement.lang = currentLanguage();
applyTextSize(storedTextSize());
guardUnsavedWork(window);

const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
