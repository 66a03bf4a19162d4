/** What the product does, in one drawing: a box on a picture, spans in a text, ranges on a wave. */
export function EntrancePicture() {
  return (
    <svg viewBox="0 0 440 330" width="440" style={{ maxWidth: '100%' }} role="presentation">
      <g fill="#0d4c48" stroke="#2b7f78">
        <rect x="6" y="6" width="250" height="178" rx="14" />
        <rect x="272" y="6" width="162" height="178" rx="14" />
        <rect x="6" y="200" width="428" height="122" rx="14" />
      </g>
      <circle cx="205" cy="48" r="17" fill="#ffc46b" opacity="0.9" />
      <path d="M20 172l66-82 42 50 26-28 84 60z" fill="#1c6f68" />
      <path d="M20 172l46-44 38 44z" fill="#2b8a81" />
      <rect x="58" y="80" width="106" height="92" rx="4" fill="#ffc46b22" stroke="#ffc46b" strokeWidth="2.5" />
      <rect x="58" y="62" width="54" height="18" rx="4" fill="#ffc46b" />
      <rect x="65" y="69" width="40" height="4" rx="2" fill="#5b3d05" />
      {[58, 101, 161, 204].map((x) =>
        [76, 168].map(
          (y) =>
            (x === 58 || x === 161) && (
              <rect key={`${x}${y}`} x={x - 3} y={y} width="8" height="8" rx="2" fill="#fff" />
            ),
        ),
      )}
      <g strokeWidth="7" strokeLinecap="round" stroke="#4d9b94">
        <path d="M290 40h58M290 64h122M290 88h40M290 112h96M290 136h112M290 160h64" />
      </g>
      <g strokeWidth="15" strokeLinecap="round">
        <path d="M364 40h46" stroke="#ffc46b" />
        <path d="M346 88h62" stroke="#8fd0ff" />
        <path d="M310 136h44" stroke="#ff9fb2" />
      </g>
      <rect x="92" y="214" width="88" height="94" rx="6" fill="#8fd0ff33" stroke="#8fd0ff" />
      <rect x="262" y="214" width="120" height="94" rx="6" fill="#ff9fb233" stroke="#ff9fb2" />
      <g stroke="#bff0ea" strokeWidth="3" strokeLinecap="round">
        {Array.from({ length: 50 }, (_, i) => {
          const height = 8 + Math.abs(Math.sin(i * 0.9) * Math.cos(i * 0.23)) * 62
          // biome-ignore lint/suspicious/noArrayIndexKey: the bars never change
          return <path key={i} d={`M${24 + i * 8} ${261 - height / 2}v${height}`} />
        })}
      </g>
    </svg>
  )
}
