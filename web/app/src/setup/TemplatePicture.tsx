/** A template's picture, drawn from the tags of its config: what is labelled, and with what. */

type Scene = 'image' | 'text' | 'audio' | 'video' | 'series' | 'dialogue' | 'table' | 'document' | 'list'

const SCENES: readonly (readonly [RegExp, Scene])[] = [
  [/<Video\b/, 'video'],
  [/<(Image|Bitmask)\b/, 'image'],
  [/<TimeSeries\b/, 'series'],
  [/<(Paragraphs|Chat|Dialog)\b/, 'dialogue'],
  [/<Audio(Plus)?\b/, 'audio'],
  [/<Table\b/, 'table'],
  [/<(HyperText|Pdf|RichText)\b/, 'document'],
  [/<(List|Ranker|Pairwise)\b/, 'list'],
]

const AMBER = '#f2a93b'
const BLUE = '#4c9be8'
const ROSE = '#e86a8a'
const LINE = 'var(--lw-picture-line)'

export function TemplatePicture({ config }: { config: string }) {
  const scene = SCENES.find(([tag]) => tag.test(config))?.[1] ?? 'text'
  const Drawing = DRAWINGS[scene]
  return (
    <svg viewBox="0 0 240 130" width="100%" aria-hidden="true" style={{ display: 'block' }}>
      <rect width="240" height="130" fill="var(--lw-picture)" />
      <Drawing config={config} />
      <Answers config={config} />
    </svg>
  )
}

type DrawingProps = { config: string }

function ImageDrawing({ config }: DrawingProps) {
  return (
    <g>
      <rect x="34" y="14" width="120" height="92" rx="6" fill="var(--lw-picture-card)" stroke={LINE} />
      <circle cx="132" cy="34" r="9" fill={AMBER} opacity="0.55" />
      <path d="M36 104l34-44 24 27 15-16 43 33z" fill={LINE} />
      {/<(Polygon|Vector)/.test(config) && (
        <path d="M52 92l22-40 26 6 18 28-22 12z" fill={`${ROSE}33`} stroke={ROSE} strokeWidth="2.5" />
      )}
      {/<(Brush|Bitmask|MagicWand)/.test(config) && (
        <path d="M54 84q10-30 30-24t22 20-14 18-38-14z" fill={BLUE} opacity="0.6" />
      )}
      {/<Ellipse/.test(config) && (
        <ellipse cx="84" cy="74" rx="34" ry="22" fill={`${BLUE}33`} stroke={BLUE} strokeWidth="2.5" />
      )}
      {/<KeyPoint/.test(config) &&
        [
          [62, 66],
          [84, 52],
          [98, 80],
          [118, 64],
        ].map(([x, y]) => <circle key={`${x}`} cx={x} cy={y} r="4.5" fill={AMBER} stroke="#fff" strokeWidth="1.5" />)}
      {/<Rectangle|<Labels/.test(config) && (
        <g fill={`${AMBER}22`} stroke={AMBER} strokeWidth="2.5">
          <rect x="50" y="52" width="46" height="46" rx="2" />
          <rect x="104" y="62" width="36" height="30" rx="2" stroke={BLUE} fill={`${BLUE}22`} />
        </g>
      )}
    </g>
  )
}

function TextDrawing({ config }: DrawingProps) {
  const spans = /<(Labels|HyperTextLabels|ParagraphLabels)\b/.test(config)
  return (
    <g strokeLinecap="round" strokeWidth="6">
      <rect x="34" y="14" width="120" height="92" rx="6" fill="var(--lw-picture-card)" stroke={LINE} strokeWidth="1" />
      <path d="M48 32h86M48 48h30M48 64h92M48 80h40M48 94h66" stroke={LINE} />
      {spans && (
        <>
          <path d="M92 48h36" stroke={AMBER} strokeWidth="11" />
          <path d="M104 80h30" stroke={BLUE} strokeWidth="11" />
          <path d="M52 32h20" stroke={ROSE} strokeWidth="11" />
        </>
      )}
      {/<Relation/.test(config) && (
        <path d="M110 54q10 16 8 20" fill="none" stroke="var(--mantine-color-text)" strokeWidth="2" />
      )}
    </g>
  )
}

const BARS = [14, 26, 40, 22, 50, 34, 62, 44, 26, 54, 38, 20, 46, 30, 16, 36, 24, 12]

function AudioDrawing({ config }: DrawingProps) {
  return (
    <g>
      <rect x="22" y="24" width="148" height="76" rx="6" fill="var(--lw-picture-card)" stroke={LINE} />
      {BARS.map((height, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the bars never change
        <rect key={i} x={30 + i * 7.6} y={62 - height / 2} width="4" height={height} rx="2" fill={LINE} />
      ))}
      {/<Labels/.test(config) && (
        <g strokeWidth="1.5">
          <rect x="42" y="26" width="38" height="72" fill={`${AMBER}44`} stroke={AMBER} />
          <rect x="98" y="26" width="50" height="72" fill={`${BLUE}44`} stroke={BLUE} />
        </g>
      )}
    </g>
  )
}

function VideoDrawing({ config }: DrawingProps) {
  return (
    <g>
      <rect x="34" y="10" width="120" height="76" rx="6" fill="var(--lw-picture-card)" stroke={LINE} />
      <path d="M86 34l26 15-26 15z" fill={LINE} />
      {/<VideoRectangle/.test(config) && (
        <rect x="58" y="26" width="44" height="44" fill={`${AMBER}22`} stroke={AMBER} strokeWidth="2.5" />
      )}
      <g strokeWidth="7" strokeLinecap="round">
        <path d="M36 100h116" stroke={LINE} />
        <path d="M54 100h28" stroke={AMBER} />
        <path d="M102 100h36" stroke={BLUE} />
      </g>
    </g>
  )
}

function SeriesDrawing({ config }: DrawingProps) {
  return (
    <g fill="none" strokeWidth="2">
      <rect x="22" y="16" width="150" height="90" rx="6" fill="var(--lw-picture-card)" stroke={LINE} strokeWidth="1" />
      {/Labels/.test(config) && <rect x="70" y="18" width="34" height="86" fill={`${AMBER}44`} stroke={AMBER} />}
      <path d="M26 44q10-22 20 0t20 0 20-8 20 10 20-6 20 4 22-10" stroke={BLUE} />
      <path d="M26 84l12-6 12 8 14-18 12 6 12-14 12 22 14-4 12-10 14 12 16-8 10 4" stroke={ROSE} />
    </g>
  )
}

function DialogueDrawing() {
  return (
    <g>
      <rect x="28" y="14" width="86" height="24" rx="9" fill="var(--lw-picture-card)" stroke={LINE} />
      <rect x="76" y="46" width="92" height="26" rx="9" fill={`${BLUE}33`} stroke={BLUE} />
      <rect x="28" y="80" width="74" height="24" rx="9" fill="var(--lw-picture-card)" stroke={LINE} />
      <g stroke={LINE} strokeWidth="5" strokeLinecap="round">
        <path d="M40 26h56M40 92h44" />
        <path d="M88 59h60" stroke={BLUE} />
      </g>
    </g>
  )
}

function TableDrawing() {
  return (
    <g stroke={LINE}>
      <rect x="28" y="20" width="132" height="84" rx="6" fill="var(--lw-picture-card)" />
      <path d="M28 42h132M28 62h132M28 83h132M76 20v84" />
      <path
        d="M36 31h26M36 52h30M36 72h20M36 93h26M86 31h40M86 52h60M86 72h48M86 93h54"
        strokeWidth="5"
        strokeLinecap="round"
      />
    </g>
  )
}

function DocumentDrawing({ config }: DrawingProps) {
  return (
    <g>
      <path d="M50 10h74l22 22v82H50z" fill="var(--lw-picture-card)" stroke={LINE} />
      <path d="M124 10v22h22" fill="none" stroke={LINE} />
      <g stroke={LINE} strokeWidth="5" strokeLinecap="round">
        <path d="M62 34h44M62 50h68M62 66h30M62 82h70M62 98h40" />
      </g>
      {/Labels/.test(config) && <path d="M104 66h26" stroke={AMBER} strokeWidth="10" strokeLinecap="round" />}
    </g>
  )
}

function ListDrawing({ config }: DrawingProps) {
  if (/<Pairwise/.test(config)) {
    return (
      <g>
        <rect
          x="18"
          y="22"
          width="72"
          height="82"
          rx="8"
          fill="var(--lw-picture-card)"
          stroke={AMBER}
          strokeWidth="2.5"
        />
        <rect x="104" y="22" width="72" height="82" rx="8" fill="var(--lw-picture-card)" stroke={LINE} />
        <path
          d="M30 42h46M30 58h36M30 74h42M116 42h46M116 58h30M116 74h44"
          stroke={LINE}
          strokeWidth="5"
          strokeLinecap="round"
        />
      </g>
    )
  }
  return (
    <g>
      {[AMBER, BLUE, ROSE].map((color, i) => (
        <g key={color}>
          <rect x="30" y={16 + i * 34} width="126" height="26" rx="6" fill="var(--lw-picture-card)" stroke={LINE} />
          <circle cx="46" cy={29 + i * 34} r="7" fill={color} />
          <path d={`M62 ${29 + i * 34}h${80 - i * 14}`} stroke={LINE} strokeWidth="5" strokeLinecap="round" />
        </g>
      ))}
    </g>
  )
}

/** The controls that answer about the whole, in a column at the right. */
function Answers({ config }: DrawingProps) {
  const kinds = (['Choices', 'Taxonomy', 'Rating', 'TextArea', 'Number'] as const).filter((tag) =>
    new RegExp(`<${tag}\\b`).test(config),
  )
  return (
    <g transform="translate(184 20)">
      {kinds.slice(0, 2).map((kind, i) => (
        <g key={kind} transform={`translate(0 ${i * 50})`}>
          {kind === 'Choices' || kind === 'Taxonomy' ? (
            [AMBER, LINE, LINE].map((color, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: three rows, never others
              <g key={row}>
                <circle
                  cx="5"
                  cy={6 + row * 14}
                  r="4.5"
                  fill={row === 0 ? color : 'none'}
                  stroke={color}
                  strokeWidth="2"
                />
                <path d={`M15 ${6 + row * 14}h22`} stroke={LINE} strokeWidth="5" strokeLinecap="round" />
              </g>
            ))
          ) : kind === 'Rating' ? (
            [0, 1, 2].map((star) => (
              <path
                key={star}
                transform={`translate(${star * 15} 4)`}
                d="M6 0l1.8 3.9 4.2.5-3.1 2.9.8 4.2L6 9.4l-3.7 2.1.8-4.2L0 4.4l4.2-.5z"
                fill={star < 2 ? AMBER : LINE}
              />
            ))
          ) : (
            <g>
              <rect x="0" y="0" width="42" height="34" rx="4" fill="var(--lw-picture-card)" stroke={LINE} />
              <path d="M7 11h26M7 22h14" stroke={LINE} strokeWidth="4" strokeLinecap="round" />
            </g>
          )}
        </g>
      ))}
    </g>
  )
}

const DRAWINGS: Record<Scene, (props: DrawingProps) => React.JSX.Element> = {
  image: ImageDrawing,
  text: TextDrawing,
  audio: AudioDrawing,
  video: VideoDrawing,
  series: SeriesDrawing,
  dialogue: DialogueDrawing,
  table: TableDrawing,
  document: DocumentDrawing,
  list: ListDrawing,
}
