#!/bin/bash
# Run by dpkg after it has unpacked the program. electron-builder fills in the words in braces.

# The command, for terminals.
ln -sf '/opt/${sanitizedProductName}/${executable}' '/usr/bin/${executable}'

# Chromium makes its sandbox from user namespaces where any user may have them, and with this helper where not. Whether
# they may cannot be found out here, as root may always; so the helper is made ready in any case, as Chrome's own package
# does. Without it the program does not start on systems that keep namespaces from users, such as UOS and Kylin.
chown root:root '/opt/${sanitizedProductName}/chrome-sandbox' || true
chmod 4755 '/opt/${sanitizedProductName}/chrome-sandbox' || true

# Systems whose AppArmor restricts namespaces (Ubuntu since 24.04) allow them to programs with a profile; others cannot read it.
profile='/opt/${sanitizedProductName}/resources/apparmor-profile'
if apparmor_status --enabled >/dev/null 2>&1 && apparmor_parser --skip-kernel-load --debug "$profile" >/dev/null 2>&1; then
  cp -f "$profile" '/etc/apparmor.d/${executable}'
  apparmor_parser --replace --write-cache --skip-read-cache '/etc/apparmor.d/${executable}' || true
fi

# The kinds of files the program opens, and its entry in the menu.
if hash update-mime-database 2>/dev/null; then update-mime-database /usr/share/mime || true; fi
if hash update-desktop-database 2>/dev/null; then update-desktop-database /usr/share/applications || true; fi
if hash gtk-update-icon-cache 2>/dev/null; then gtk-update-icon-cache -q /usr/share/icons/hicolor || true; fi

exit 0
