/** How a formula is written, each function with an example. */
import { useTranslation } from 'react-i18next';

const functions = ['sum', 'topic', 'rate', 'change', 'growth', 'points', 'last'] as const;

export function FormulaHelp() {
  const { t } = useTranslation('indicator');
  return (
    <details className="indicator-help">
      <summary>{t('formula.help')}</summary>
      <p>{t('formula.helpLead')}</p>
      <dl>
        {functions.map((name) => (
          <div key={name}>
            <dt>{t(`exampleOf.${name}`)}</dt>
            <dd>{t(`help.${name}`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
