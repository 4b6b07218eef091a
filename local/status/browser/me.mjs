import { accessToken, comeBack, signIn, signOut } from './sign-in.mjs';

const me = document.querySelector('#me');
const { issuer, client, back } = me.dataset;
const roles = JSON.parse(me.dataset.roles);
const buttons = Object.fromEntries(
  ['sign-in', 'sign-in-as-other', 'sign-out'].map((id) => [id, document.querySelector(`#${id}`)]),
);

buttons['sign-in'].addEventListener('click', () => signIn({ issuer, client, back }));
buttons['sign-in-as-other'].addEventListener('click', () => signIn({ issuer, client, back }));
buttons['sign-out'].addEventListener('click', () => {
  signOut();
  offer(false);
  show(line('p', '已退出', 'signed out'));
  document.querySelector('#answer').textContent = '—';
});

try {
  await comeBack({ issuer, client, back });
  await showMe();
} catch (error) {
  offer(false);
  show(line('p', '登录没有成功', `signing in failed: ${error.message}`, 'bad'));
}

async function showMe() {
  const token = accessToken();
  offer(token !== null);
  if (token === null) return show(line('p', '还没有登录', 'not signed in'));
  const response = await fetch('/api/me', { headers: { authorization: `Bearer ${token}` } });
  const answer = await response.json();
  document.querySelector('#answer').textContent = JSON.stringify(answer, null, 2);
  if (response.status === 401) {
    signOut();
    offer(false);
    return show(line('p', '登录已过期,请重新登录', 'the sign-in has expired, sign in again', 'bad'));
  }
  if (!response.ok) throw new Error(answer.message?.en ?? answer.message ?? response.status);
  show(
    line('h2', answer.name, answer.email),
    answer.registered
      ? line('p', '已注册', `registered: ${answer.person.personId}`)
      : line('p', '尚未注册:首次登录后在系统里登记', 'not registered yet'),
    rolesOf((answer.person?.grants ?? []).filter(({ until }) => until === undefined)),
  );
}

function rolesOf(grants) {
  if (grants.length === 0) return line('p', '没有授予的角色:以申报主体身份使用', 'no roles granted: an applicant');
  const list = document.createElement('ul');
  list.id = 'roles';
  for (const { role, programmeId, jurisdiction, departmentCode } of grants) {
    const { zh, en } = roles[role] ?? { zh: role, en: role };
    const where = [jurisdiction, departmentCode, programmeId === '*' ? '全部 all' : programmeId].filter(Boolean);
    list.append(line('li', zh, `${en} · ${where.join(' · ')}`));
  }
  return list;
}

function offer(signedIn) {
  buttons['sign-in'].hidden = signedIn;
  buttons['sign-in-as-other'].hidden = !signedIn;
  buttons['sign-out'].hidden = !signedIn;
}

function show(...content) {
  me.replaceChildren(...content);
}

function line(tag, zh, en, className = '') {
  const element = document.createElement(tag);
  const english = document.createElement('span');
  [english.className, english.lang, english.textContent] = ['en', 'en', en];
  element.className = className;
  element.append(`${zh} `, english);
  return element;
}
