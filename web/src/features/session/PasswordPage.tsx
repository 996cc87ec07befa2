import { Paper } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { PageHeader } from '@/components/PageHeader';
import { told } from '@/components/told';
import { ChangePassword } from './PasswordForm';

export function PasswordPage() {
  const navigate = useNavigate();
  const done = () => {
    told('Your password is changed');
    void navigate({ to: '/' });
  };
  return (
    <>
      <PageHeader title="Change password" />
      <Paper withBorder p="md" maw={420}>
        <ChangePassword done={done} />
      </Paper>
    </>
  );
}
