import { useEffect, useState } from 'react';

/** An address for a file of this device, for as long as it is shown. */
export function useObjectUrl(file: File): string | undefined {
  const [made, setMade] = useState<{ file: File; url: string }>();
  useEffect(() => {
    const url = URL.createObjectURL(file);
    // oxlint-disable-next-line react/set-state-in-effect -- the address has to be given back, which only an effect can
    setMade({ file, url });
    return () => URL.revokeObjectURL(url);
  }, [file]);
  return made?.file === file ? made.url : undefined;
}
