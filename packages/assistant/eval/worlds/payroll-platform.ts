import type { PayrollService } from './payroll-service.ts';

/** The services that the others share. */
export const PAYROLL_PLATFORM: Readonly<Record<string, PayrollService>> = {
  sso: {
    app: 'platform',
    version: '4.4.1',
    routes: ['/login', '/saml/callback', '/logout', '/token'],
    info: ['login succeeded', 'login succeeded', 'token issued', 'logout'],
    warning: ['login failed: wrong password', 'account locked', 'mfa code rejected, {1-3} attempts left'],
    error: ['IDP_UNREACHABLE: identity provider answered {500-504}', 'SAML_SIGNATURE: signature could not be verified'],
    database: 'redis',
    tables: ['sessions', 'login_attempts'],
    calls: 'login.idbroker.example',
    callers: ['hr-portal'],
    ms: 400,
    extra: (_, { ip, provider }) => ({ identityProvider: provider, clientIp: ip }),
  },
  exports: {
    app: 'platform',
    version: '2.2.8',
    routes: ['/exports', '/exports/:id/download'],
    info: ['export of {50-9000} rows ready', 'export of {50-9000} rows ready', 'export requested', 'export downloaded'],
    warning: ['export is taking long', 'export link expired'],
    error: ['EXPORT_OOM: worker ran out of memory', 'SFTP_DENIED: customer server refused the key'],
    database: 'postgresql',
    tables: ['pay_lines', 'employees', 'export_jobs'],
    callers: ['hr-portal'],
    ms: 9_000,
    extra: (random) => ({
      exportType: random.pick(['journal', 'journal', 'payslipArchive', 'headcount', 'absences']),
      exportFormat: random.pick(['csv', 'csv', 'xlsx', 'datev']),
    }),
  },
  notifier: {
    app: 'platform',
    version: '1.8.6',
    routes: [],
    info: ['email sent', 'email sent', 'push sent', 'reminder scheduled'],
    warning: ['email bounced', 'sms throttled'],
    error: ['SMTP_REFUSED: mail server refused the connection', 'TEXT_MISSING: no text for locale'],
    queue: 'notify.send',
    calls: 'smtp.mailwing.example',
    callers: ['payslips', 'leave'],
    ms: 700,
    extra: (random) => ({
      channel: random.pick(['email', 'email', 'email', 'push', 'sms']),
      template: random.pick(['payslipReady', 'payslipReady', 'leaveApproved', 'timesheetReminder', 'welcome']),
      attempt: random.chance(0.75) ? 1 : random.between(2, 6),
    }),
  },
};
