/* SPDX-License-Identifier: MIT */
/*
 * The command's name is its first word; each command has a file of its own.
 */
int
main(void)
{
	return 2;
}
