/**
 * What somebody sees who opens the door without the printed address. It stands outside the locale files because it is
 * shown before anything of the program may be: both languages, no script, nothing of the workspace.
 */
export const strangerPage = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>乡报</title>
<style>
body { margin: 18vh auto 0; max-width: 34em; padding: 0 1.5em; font: 16px/1.8 system-ui, sans-serif; color: #333; }
h1 { font-size: 22px; color: #9b1c1c; }
p[lang="en"] { color: #777; font-size: 14px; }
</style>
</head>
<body>
<h1>请用启动时显示的地址打开乡报</h1>
<p>乡报启动时会显示一个以 <code>http://127.0.0.1</code> 开头、带有 <code>token</code> 的完整地址。请把它整行复制到浏览器的地址栏；如果乡报已经重新启动，请用新显示的地址。</p>
<p lang="en">Please open Xiangbao with the full address shown when it started, including its token. After a restart, use the new address.</p>
</body>
</html>
`;
