import { useEffect, useState } from 'react';
import { preparePinyin, type ReadName, readName } from './pinyin-readings.ts';

const cannotRead: ReadName = () => null;

/** Reads names aloud for a search; another function as soon as the dictionary is there, so that results follow. */
export function useReadName(): ReadName {
  const [read, setRead] = useState<ReadName>(() => cannotRead);
  useEffect(() => {
    let left = false;
    void preparePinyin().then(() => {
      if (!left) setRead(() => readName);
    });
    return () => {
      left = true;
    };
  }, []);
  return read;
}
