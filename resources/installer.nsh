; The assisted installer asks whether to install for one user or for all. For all needs an administrator, whom the
; clerk at this desk is not: always for the current user, without the question.
!macro customInstallMode
  StrCpy $isForceCurrentInstall "1"
!macroend
