/** A comment of the edited copy, with who wrote it as the file has it. */
import { useTranslation } from 'react-i18next';
import type { ReturnedCommentView } from '../../../shared/contract/returned-methods.ts';
import styles from './returned.module.css';

interface CommentNoteProps {
  comment: ReturnedCommentView;
  /** Shows the paragraph that it hangs on, where that does not stand beside it. */
  withParagraph?: boolean;
}

export function CommentNote({ comment, withParagraph = false }: CommentNoteProps) {
  const { t } = useTranslation('returned');
  const { author, text, quote, paragraph, chapter } = comment;
  return (
    <aside className={styles.comment} aria-label={t('comment.title')}>
      {withParagraph && paragraph !== '' && (
        <p className={styles.told}>{[chapter, paragraph].filter((one) => one !== '').join('　')}</p>
      )}
      <p>
        {author !== '' && <strong>{t('comment.author', { author })}</strong>}
        {text}
        {quote !== '' && <span className={styles.told}>{t('comment.quote', { quote })}</span>}
      </p>
    </aside>
  );
}
