import type { components } from './schema';

type Schemas = components['schemas'];

/** The document's names for what the screens draw; a renamed schema is one line here. */
export type AccessRole = Schemas['AccessRoleView'];
export type AuditEntry = Schemas['AuditEntry'];
export type Client = Schemas['ClientView'];
export type ClientWithSecret = Schemas['ClientWithSecret'];
export type FieldError = Schemas['FieldError'];
export type Grant = Schemas['GrantView'];
export type GrantRequest = Schemas['GrantRequest'];
export type NodeRole = Schemas['NodeRoleView'];
export type NodeView = Schemas['NodeView'];
export type OptionView = Schemas['OptionView'];
export type Permission = Schemas['PermissionView'];
export type Session = Schemas['SessionView'];
export type Token = Schemas['TokenView'];
export type User = Schemas['UserView'];
export type UserWithPassword = Schemas['UserWithPassword'];
export type CreateUser = Schemas['CreateUserRequest'];
export type ChangeUser = Schemas['ChangeUserRequest'];
export type CreateAccessRole = Schemas['CreateAccessRoleRequest'];
export type CreateClient = Schemas['CreateClientRequest'];
export type ChangeClient = Schemas['ChangeClientRequest'];
