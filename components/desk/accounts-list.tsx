import type { Account } from '@/lib/auth/accounts';

/** Who may sign in. */
export function AccountsList({ accounts }: { accounts: Pick<Account, 'id' | 'name' | 'email' | 'role'>[] }) {
  return (
    <section className="mb-10" aria-labelledby="accounts">
      <h2 id="accounts" className="mb-2 text-xl">
        Accounts
      </h2>
      <ul className="border-line border-t text-sm">
        {accounts.map((account) => (
          <li key={account.id} className="grid gap-x-6 border-line border-b py-2 sm:grid-cols-[1fr_2fr_6rem]">
            <span>{account.name}</span>
            <span className="break-words text-muted">{account.email}</span>
            <span>{account.role}</span>
          </li>
        ))}
      </ul>
      <p className="mt-2 text-muted text-sm">
        Made and changed on the machine itself: <code>npm run user -- add EMAIL --role analyst</code>
      </p>
    </section>
  );
}
