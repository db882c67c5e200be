/** The page's one function. A sandboxed preload may require `electron` alone, so that this is a bundle of its own. */
import { contextBridge, ipcRenderer } from 'electron';
import { callChannel } from './call-channel.ts';

contextBridge.exposeInMainWorld('xiangbao', {
  call: (method: string, input: unknown): Promise<unknown> => ipcRenderer.invoke(callChannel, method, input),
});
