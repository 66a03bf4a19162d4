/** Says what happened to people who cannot see it. */

import { t } from '@labelwright/i18n'
import type { News } from '../core/messages'
import { useEditor, useValue } from './context'
import classes from './editor.module.css'

function words(news: News): string {
  const labels = 'labels' in news && news.labels !== '' ? news.labels : t('editor.newsNoLabel')
  switch (news.kind) {
    case 'suggested':
      return t('assist.newsSuggested', { count: news.count })
    case 'aimed':
      return t('image.newsAimed', { x: news.x, y: news.y })
    case 'pointSet':
      return t('image.newsPointSet', { x: news.x, y: news.y })
    case 'combined':
      return t('image.newsCombined', { labels })
    case 'created':
      return t('editor.newsCreated', { labels })
    case 'deleted':
      return t('editor.newsDeleted', { count: news.count })
    case 'duplicated':
      return t('editor.newsDuplicated', { count: news.count })
    case 'copied':
      return t('editor.newsCopied', { count: news.count })
    case 'pasted':
      return t('editor.newsPasted', { count: news.count })
    case 'selectedAll':
      return t('editor.selectedCount', { count: news.count })
    case 'undone':
      return t('editor.newsUndone')
    case 'redone':
      return t('editor.newsRedone')
    case 'labelled':
      return t('editor.newsLabelled', { labels })
    case 'arranged':
      return news.under === ''
        ? t('panels.newsMoved', { labels, place: news.place, all: news.count })
        : t('panels.newsNested', { labels, place: news.place, all: news.count, parent: news.under })
    case 'selected':
      return t('editor.newsSelected', { labels })
  }
}

export function Announcer() {
  const editor = useEditor()
  const news = useValue(editor.news)
  return (
    <div aria-live="polite" className={classes.quiet}>
      {news && words(news)}
    </div>
  )
}
