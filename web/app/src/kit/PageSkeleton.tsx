import { t } from '@labelwright/i18n'
import { Skeleton } from '@mantine/core'

export function PageSkeleton() {
  return (
    <div className="lw-page" role="status" aria-label={t('common.loading')}>
      <Skeleton height={32} width={260} mb="xl" />
      <div className="lw-cards">
        {['a', 'b', 'c', 'd', 'e', 'f'].map((key) => (
          <Skeleton key={key} height={150} radius="lg" />
        ))}
      </div>
    </div>
  )
}
