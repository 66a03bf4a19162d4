/** Playing the recording of a dialogue, all of it or one utterance. */

import { useCallback, useEffect, useRef, useState } from 'react'
import { type Utterance, utteranceAt } from '../../media/paragraphs/utterances'

export interface Player {
  /** Put it on the `<audio>`. */
  readonly ref: React.RefObject<HTMLAudioElement | null>
  /** The utterance that is heard now. */
  readonly heard: number | undefined
  readonly playing: boolean
  /** Plays one utterance to its end, or stops it. */
  readonly toggle: (index: number) => void
}

export function usePlayer(utterances: readonly Utterance[]): Player {
  const ref = useRef<HTMLAudioElement>(null)
  const [heard, setHeard] = useState<number>()
  const [playing, setPlaying] = useState(false)
  /** Where to stop: of one utterance, its end. */
  const until = useRef<number>(undefined)

  useEffect(() => {
    const audio = ref.current
    if (!audio) return
    let frame = 0
    // `timeupdate` comes four times a second: too late for the end of a word.
    const follow = (): void => {
      const { currentTime } = audio
      setHeard(utteranceAt(utterances, currentTime))
      if (until.current !== undefined && currentTime >= until.current) audio.pause()
      if (!audio.paused) frame = requestAnimationFrame(follow)
    }
    const onPlay = (): void => {
      setPlaying(true)
      follow()
    }
    const onPause = (): void => {
      cancelAnimationFrame(frame)
      until.current = undefined
      setPlaying(false)
    }
    audio.addEventListener('play', onPlay)
    audio.addEventListener('pause', onPause)
    audio.addEventListener('seeked', follow)
    return () => {
      cancelAnimationFrame(frame)
      audio.removeEventListener('play', onPlay)
      audio.removeEventListener('pause', onPause)
      audio.removeEventListener('seeked', follow)
    }
  }, [utterances])

  const toggle = useCallback(
    (index: number): void => {
      const audio = ref.current
      const { start, end } = utterances[index] ?? {}
      if (!audio || start === undefined) return
      const isPlaying = !audio.paused
      audio.pause()
      if (isPlaying && utteranceAt(utterances, audio.currentTime) === index) return
      audio.currentTime = start
      until.current = end
      // Refused where the browser wants a click first, or the file does not load: the player itself says so.
      audio.play().catch(() => undefined)
    },
    [utterances],
  )
  return { ref, heard, playing, toggle }
}
