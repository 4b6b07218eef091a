// The clock in the head runs on, and the overview's buttons move it.
const shanghai = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
});
const shown = [...document.querySelectorAll('time[data-offset]')];
const show = (now) => shown.forEach((element) => (element.textContent = shanghai.format(now)));

// On a phone the menu is wider than the screen.
document.querySelector('nav [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });

setInterval(() => {
  for (const element of shown) element.textContent = shanghai.format(Date.now() + Number(element.dataset.offset));
}, 1000);

document.querySelector('#move-clock')?.addEventListener('submit', (event) => {
  event.preventDefault();
  const form = event.currentTarget;
  const expression = event.submitter?.value || form.elements.expression.value.trim();
  void move(form, expression);
});

async function move(form, expression) {
  const report = form.querySelector('#move-report');
  const controls = [...form.querySelectorAll('button, input')];
  const distance = expression.startsWith('+');
  controls.forEach((control) => (control.disabled = true));
  report.className = 'busy';
  report.textContent = '正在拨快,途中到期的事正在办理…… Moving; what falls due on the way is being done…';
  const watching = setInterval(watch, 700);
  try {
    const response = await fetch('/local/clock', {
      method: 'POST',
      body: JSON.stringify(distance ? { by: expression } : { to: expression }),
    });
    const answer = await response.json();
    if (!response.ok) throw new Error(answer.message);
    location.assign(`/local?${new URLSearchParams({ since: answer.from, steps: answer.steps })}`);
  } catch (error) {
    report.className = 'bad';
    report.textContent = error.message;
    controls.forEach((control) => (control.disabled = false));
  } finally {
    clearInterval(watching);
  }
}

async function watch() {
  const { now, offsetMs } = await (await fetch('/local/clock')).json();
  for (const element of shown) element.dataset.offset = offsetMs;
  show(Date.parse(now));
}
