import { escape, pageFrame } from './page-frame.ts';
import type { SamplePerson, Visitor } from './person.ts';

export interface ChoosePersonPage {
  /** Where the forms go. */
  readonly action: string;
  readonly people: readonly SamplePerson[];
  readonly visitors: readonly Visitor[];
  /** What was wrong with a registration, and what was written in it. */
  readonly refused?: { readonly name: string; readonly email: string };
}

/** The sign-in page: everyone one can be, by group, and a form to be someone new. No passwords. */
export function choosePersonPage({ action, people, visitors, refused }: ChoosePersonPage): string {
  const groups = new Map<string, string[]>();
  const add = (group: string, card: string) => groups.set(group, [...(groups.get(group) ?? []), card]);
  for (const person of people) {
    add(person.group, card(person.sub, person.name, person.nameEn, `${person.role} ${person.roleEn}`, person.email));
  }
  for (const visitor of visitors)
    add('已登记的访客 Registered visitors', card(visitor.sub, visitor.name, '', '', visitor.email));
  const sections = [...groups].map(
    ([group, cards]) => `<section><h2>${escape(group)}</h2><div class="people">${cards.join('\n')}</div></section>`,
  );
  return pageFrame(
    '登录 Sign in',
    `<h1>市长质量奖 · 登录</h1>
    <p>本机示例环境：请选择身份，无需密码。</p>
    <p class="en">Mayor's Quality Award, sign-in of the local cloud: choose who you are. There are no passwords.</p>
    <form method="post" action="${escape(action)}">${sections.join('\n')}</form>
    <section>
      <h2>新访客 New visitor</h2>
      <p>登记后即可作为申报者使用系统。 <span class="en">Register to use the system as an applicant.</span></p>
      ${refused ? '<p class="refusal" role="alert">请填写姓名和有效的电子邮箱。 <span class="en">Please give a name and a valid e-mail address.</span></p>' : ''}
      <form class="visitor" method="post" action="${escape(action)}">
        <label>姓名 Name<input name="name" autocomplete="name" required maxlength="100" value="${escape(refused?.name ?? '')}"></label>
        <label>电子邮箱 E-mail<input name="email" type="email" autocomplete="email" required maxlength="200" value="${escape(refused?.email ?? '')}"></label>
        <button class="primary">登记并登录 Register and sign in</button>
      </form>
    </section>`,
  );
}

function card(sub: string, name: string, nameEn: string, role: string, email: string): string {
  return `<button class="person" name="person" value="${escape(sub)}">
    <strong>${escape(name)} <span class="en" style="display:inline">${escape(nameEn)}</span></strong>
    <span>${escape(role)}</span><span class="en">${escape(email)}</span>
  </button>`;
}
