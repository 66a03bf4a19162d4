export function BrandMark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="#0b5f59" />
      <path d="M9 7v15a3 3 0 0 0 3 3h4" fill="none" stroke="#fff" strokeWidth="3" strokeLinecap="round" />
      <rect x="15" y="9" width="10" height="9" rx="2" fill="none" stroke="#ffc46b" strokeWidth="2.5" />
      <circle cx="25" cy="25" r="2" fill="#ffc46b" />
    </svg>
  )
}
