import { t } from '@labelwright/i18n'
import { Button, type ButtonProps } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'

export function CreateProjectButton(props: ButtonProps) {
  const navigate = useNavigate()
  return (
    <Button leftSection={<IconPlus size={16} />} onClick={() => void navigate({ to: '/projects/create' })} {...props}>
      {t('projects.create')}
    </Button>
  )
}
