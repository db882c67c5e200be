import { useTranslation } from 'react-i18next';
import { routeHash } from '../app/route.ts';
import styles from './brand.module.css';

/** The program's name, which leads home. */
export function Brand() {
  const { t } = useTranslation();
  return (
    <a className={styles.brand} href={routeHash({ screen: 'home' })}>
      {t('brand')}
    </a>
  );
}
