import { countOf } from '../../../shared/domain/checks/finding.ts';
import { useFindings } from '../../app/findings.ts';

/** How many places keep the formal document back; null until they have been counted. */
export function useOpenPlaces(): number | null {
  return useFindings(({ checked, open }) => (checked ? countOf(open, 'blocks') : null));
}
