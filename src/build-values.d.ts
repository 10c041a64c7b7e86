interface ImportMetaEnv {
  /** The address of the folder with pdf.js' data files, which vite.config.ts puts beside the app. */
  readonly PDF_DATA: string
}
