/** What a file holds, as far as its bytes tell. */
export interface Content {
  /** The usual extension of such files, also of those that are not accepted; null if unknown. */
  is: string | null
  /** The accepted extensions that such a file may have. */
  fits: readonly string[]
  /**
   * Why its content cannot be read: by a password, or by rights that its sender gave to certain
   * people only. null if it can be read.
   */
  protection: 'password' | 'rights' | null
}
