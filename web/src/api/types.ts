import type { components } from './schema';

type Schemas = components['schemas'];

/** The document's names for what the screens draw; a renamed schema is one line here. */
export type AccessRole = Schemas['AccessRoleView'];
export type AuditEntry = Schemas['AuditView'];
export type Client = Schemas['ClientView'];
export type ClientWithSecret = Schemas['ClientWithSecret'];
export type ClusterNode = Schemas['ClusterNodeView'];
export type ClusterView = Schemas['ClusterView'];
export type Grant = Schemas['GrantView'];
export type GrantRequest = Schemas['GrantBody'];
export type Lease = Schemas['LeaseView'];
export type MeshLink = Schemas['MeshLinkStateView'];
export type NodeRole = Schemas['RoleView'];
export type NodeView = Schemas['NodeView'];
export type OptionView = Schemas['OptionView'];
export type Permission = Schemas['PermissionView'];
export type Session = Schemas['SessionView'];
export type Token = Schemas['TokenView'];
export type User = Schemas['UserView'];
export type UserWithPassword = Schemas['UserWithPassword'];
export type CreateUser = Schemas['NewUserBody'];
export type ChangeUser = Schemas['UserChangeBody'];
export type CreateAccessRole = Schemas['NewAccessRoleBody'];
export type CreateClient = Schemas['NewClientBody'];
export type ChangeClient = Schemas['ClientChangeBody'];

/** One wrong field of problem details (RFC 9457), which the document does not describe. */
export interface FieldError {
  field: string;
  message: string;
}
