/**
 * The sentences of the language. Operators of one level stand in one flat rule, so that the depth
 * of the parser's recursion is that of the brackets; the tree builder nests them.
 */
parser grammar NutshellParser;

options { tokenVocab = NutshellLexer; }

/* That imports stand first is checked by the tree builder, which can say so. */
file
    : (importFile | declaration)* EOF
    ;

loneExpression
    : expression EOF
    ;

loneArguments
    : (argument (COMMA argument)*)? EOF
    ;

importFile
    : IMPORT STRING
    ;

declaration
    : MODEL identifier formals? (COLON precision)? block # model
    | LAYER identifier formals block                     # layer
    | FUN identifier formals block                       # function
    ;

precision
    : FLOAT
    | DOUBLE
    ;

formals
    : openParen (formal (COMMA formal)*)? RPAREN
    ;

formal
    : identifier COLON type (ASSIGN expression)?
    ;

type
    : element dimensions?                       # tensorType
    | LBRACE identifier (COMMA identifier)* RBRACE # choiceType
    | named=(INIT | FUN | STRING_TYPE | TUPLE_TYPE) # namedType
    ;

element
    : FLOAT
    | INT
    | BOOL
    | BYTE
    ;

dimensions
    : LBRACKET dimension (COMMA dimension)* RBRACKET
    ;

dimension
    : ELLIPSIS                  # ellipsisDimension
    | identifier LESS_EQUAL sum # boundedDimension
    | sum                       # sizeDimension
    ;

block
    : LBRACE statement* RBRACE
    ;

statement
    : kind=(PARAM | STATE | CARRY) identifier COLON type initializer? regularizer? constraint? condition? # variable
    | kind=(INPUT | TARGET) identifier COLON type             # port
    | OUTPUT identifier (ASSIGN expression)?                  # output
    | kind=(LOSS | METRIC) (identifier ASSIGN)? expression weight? # measure
    | ENTRY identifier block                                  # entry
    | SHARED identifier ASSIGN expression                     # shared
    | UPDATE identifier ASSIGN expression                     # update
    | YIELD expression (COMMA expression)*                    # yield
    | RETURN expression                                       # return
    | REQUIRE expression COMMA STRING                         # require
    | IF expression block (ELSE IF expression block)* (ELSE block)? # if
    | (identifier COLON)? REPEAT (identifier LESS)? sum block # repeat
    | targets ASSIGN expression                               # assignment
    ;

initializer
    : INIT expression
    ;

regularizer
    : REGULARIZER expression
    ;

constraint
    : CONSTRAINT expression
    ;

condition
    : IF expression
    ;

weight
    : WEIGHT expression
    ;

targets
    : identifier
    | LINE_PAREN identifier (COMMA identifier)+ RPAREN
    ;

expression
    : operand pipeStage*
    ;

pipeStage
    : PIPE (label=identifier COLON)? stage
    ;

stage
    : identifier (DOT identifier)* arguments?
    ;

operand
    : comprehensionAxes* disjunction
    ;

comprehensionAxes
    : openBracket axis (COMMA axis)* RBRACKET
    ;

axis
    : ELLIPSIS
    | identifier (LESS sum)?
    ;

disjunction
    : conjunction (OR conjunction)*
    ;

conjunction
    : negation (AND negation)*
    ;

negation
    : NOT* comparison
    ;

comparison
    : sum (comparisonOperator sum)?
    ;

comparisonOperator
    : EQUAL
    | NOT_EQUAL
    | LESS
    | LESS_EQUAL
    | GREATER
    | GREATER_EQUAL
    ;

sum
    : product (sumOperator product)*
    ;

sumOperator
    : PLUS
    | MINUS
    ;

product
    : factor (productOperator factor)*
    ;

productOperator
    : STAR
    | SLASH
    | PERCENT
    ;

/* A reduction takes the rest of the product that it stands in. */
factor
    : prefix* power
    ;

prefix
    : MINUS                                   # minusPrefix
    | REDUCTION axis (COMMA axis)* RBRACKET   # reductionPrefix
    ;

power
    : postfix (CARET exponent)*
    ;

exponent
    : MINUS* postfix
    ;

postfix
    : primary postfixPart*
    ;

postfixPart
    : arguments                                       # callPart
    | LBRACKET indexItem (COMMA indexItem)* RBRACKET  # indexPart
    | DOT identifier                                  # memberPart
    ;

arguments
    : LPAREN (argument (COMMA argument)*)? RPAREN
    ;

argument
    : (identifier COLON)? expression
    ;

indexItem
    : ELLIPSIS
    | expression
    ;

primary
    : number                                                      # numberPrimary
    | value=(TRUE | FALSE)                                        # booleanPrimary
    | STRING                                                      # stringPrimary
    | identifier                                                  # referencePrimary
    | cast=(FLOAT | INT) arguments                                # castPrimary
    | openParen (expression (COMMA expression)*)? RPAREN          # parenthesized
    | IF expression valueBlock (ELSE IF expression valueBlock)* ELSE valueBlock # conditional
    | SCAN REVERSE? openBracket axis RBRACKET openParen scanCarry (COMMA scanCarry)* RPAREN block # scan
    ;

number
    : INTEGER
    | DECIMAL
    ;

valueBlock
    : LBRACE expression RBRACE
    ;

scanCarry
    : identifier ASSIGN expression
    ;

openParen
    : LPAREN
    | LINE_PAREN
    ;

openBracket
    : LBRACKET
    | LINE_BRACKET
    ;

identifier
    : IDENTIFIER
    | PARAM
    | STATE
    | CARRY
    | INIT
    | REGULARIZER
    | CONSTRAINT
    | INPUT
    | TARGET
    | OUTPUT
    | LOSS
    | METRIC
    | WEIGHT
    | ENTRY
    | SHARED
    | REVERSE
    | STRING_TYPE
    | TUPLE_TYPE
    ;
