/** What a page could still ask of Chromium's session, and is refused: devices, screens, certificates, downloads. */
import type { Session, WebContents } from 'electron';
import { appOrigin } from './app-address.ts';

export type GuardedSession = Pick<
  Session,
  'on' | 'setDisplayMediaRequestHandler' | 'setCertificateVerifyProc' | 'setSpellCheckerEnabled'
>;

/** Electron's word for a certificate that is not accepted; none is ever needed. */
const certificateRefused = -2;

/**
 * A page saves what it holds itself, as it does in a browser; nothing is fetched from anywhere. The dictionaries of the
 * spelling checker would be.
 */
export function guardSession(session: GuardedSession): void {
  session.setSpellCheckerEnabled(false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null));
  session.setCertificateVerifyProc((_request, answer) => answer(certificateRefused));
  session.on('will-download', (event, item) => {
    if (!item.getURL().startsWith(`blob:${appOrigin}/`)) event.preventDefault();
  });
  session.on('select-hid-device', (event, _details, choose) => {
    event.preventDefault();
    choose();
  });
  session.on('select-usb-device', (event, _details, choose) => {
    event.preventDefault();
    choose();
  });
  session.on('select-serial-port', (event, _ports, _contents, choose) => {
    event.preventDefault();
    choose('');
  });
}

export type ConfinedContents = Pick<WebContents, 'on' | 'closeDevTools' | 'setWebRTCIPHandlingPolicy'>;

/** Any contents: no datagram leaves by WebRTC, no radio device is chosen, and developer tools close as they open. */
export function confineContents(contents: ConfinedContents, packaged: boolean): void {
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  contents.on('select-bluetooth-device', (event, _devices, choose) => {
    event.preventDefault();
    choose('');
  });
  if (packaged) contents.on('devtools-opened', () => contents.closeDevTools());
}
