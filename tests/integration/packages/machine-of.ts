/** Which machine a compiled file is for, from its own header. */
const elfMachines: Readonly<Record<number, string>> = { 62: 'x64', 183: 'arm64' };
const peMachines: Readonly<Record<number, string>> = { 34404: 'x64', 43620: 'arm64' };

/** `null` for what is neither ELF nor PE; an unknown processor is told by its number. */
export function machineOf(file: Uint8Array): { platform: string; arch: string } | null {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  if (bytes.toString('latin1', 0, 4) === '\x7fELF') {
    const machine = bytes.readUInt16LE(18);
    return { platform: 'linux', arch: elfMachines[machine] ?? String(machine) };
  }
  if (bytes.toString('latin1', 0, 2) === 'MZ') {
    const header = bytes.readUInt32LE(0x3c);
    const machine = bytes.readUInt16LE(header + 4);
    return { platform: 'win32', arch: peMachines[machine] ?? String(machine) };
  }
  return null;
}
