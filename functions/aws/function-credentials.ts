/**
 * A function's credentials: Lambda puts them into its environment, and nowhere else. Bundled in place of the SDK's whole
 * chain (SSO, profiles, web identity, STS), which no function ever walks and which is a fifth of a bundle.
 */
import { fromEnv } from '@aws-sdk/credential-provider-env'

export const defaultProvider = () => fromEnv()
